export const spicesAndMasalas = {
  name: "Spices and masalas",
  margin: [14, 20],
  rhythm: "pantry",
  families: `
    Turmeric powder | 100 g 32 5, 200 g 60 3
    Chilli powder | 100 g 42 5, 200 g 80 4, 500 g 190 1.4
    Coriander powder | 100 g 28 4.4, 200 g 54 3
    Cumin seeds | 100 g 48 4, 200 g 92 2
    Mustard seeds | 100 g 18 4, 250 g 40 1.6
    Fenugreek seeds | 100 g 20 1.8
    Black pepper | 50 g 58 2.4, 100 g 112 1.6
    Cloves | 25 g 44 1.5
    Green cardamom | 25 g 98 1.7
    Cinnamon sticks | 50 g 42 1.3
    Bay leaf | 25 g 16 1.4
    Asafoetida | 50 g 68 2.2
    Dry red chilli | 100 g 46 2.6
    Garam masala | 50 g 44 2.4, 100 g 84 2.2
    Sambar powder | 100 g 48 3.4, 200 g 92 2
    Rasam powder | 100 g 46 2.6
    Chana masala | 100 g 62 1.8
    Pav bhaji masala | 100 g 64 1.6
    Biryani masala | 50 g 46 2
    Kitchen king masala | 100 g 74 1.5
    Chaat masala | 100 g 56 1.5
    Tamarind | 200 g 48 2.8
    Sesame seeds | 100 g 34 1.5
    Poppy seeds | 50 g 92 0.9
    Fennel seeds | 100 g 36 1.8
    Carom seeds | 100 g 40 1.5
    Chicken masala | 100 g 66 1.8
  `,
};
