export const snacksAndNamkeen = {
  name: "Snacks and namkeen",
  margin: [15, 20],
  rhythm: "treat",
  families: `
    Potato chips salted | 50 g 20 8, 90 g 40 3
    Potato chips masala | 50 g 20 9, 90 g 40 3.4
    Banana chips | 200 g 85 3.4
    Tapioca chips | 150 g 60 1.8
    Corn puffs | 60 g 20 6
    Nachos | 100 g 50 1.6
    Popcorn kernels | 250 g 55 1.6
    Aloo bhujia | 150 g 45 4, 400 g 110 2
    Mixture | 200 g 60 4.4, 500 g 140 2
    Sev | 200 g 55 2.6
    Moong dal fry | 150 g 55 2.6
    Chana jor | 150 g 50 1.7
    Masala peanuts | 150 g 45 3.4
    Murukku | 200 g 70 3
    Chakli | 200 g 75 2 | diwali
    Khakhra | 200 g 72 1.7
    Papad | 200 g 68 3
    Appalam | 100 g 38 2.2
    Fryums | 200 g 48 1.5
    Instant noodles masala | 70 g 14 9, 4-pack 54 6
    Millet noodles | 4-pack 96 30
    Vermicelli | 400 g 52 3
    Pasta | 500 g 88 1.8
    Instant upma | 200 g 45 1.6
    Instant idli mix | 500 g 92 1.8
    Mango pickle | 300 g 95 2.2
  `,
};
