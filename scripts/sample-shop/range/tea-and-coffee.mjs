export const teaAndCoffee = {
  name: "Tea, coffee and health drinks",
  margin: [9, 14],
  rhythm: "pantry",
  families: `
    Tea | 100 g 38 5, 250 g 92 9, 500 g 178 15, 1 kg 345 2.6
    Masala tea | 250 g 118 2.6
    Green tea | 25 bags 150 2
    Lemon tea | 25 bags 165 1
    Filter coffee powder | 200 g 128 6, 500 g 310 3.4
    Pure coffee powder | 200 g 176 1.8
    Instant coffee | 50 g 165 3.6, 100 g 310 1.8, sachet 5 4
    Malted drink | 200 g 98 2, 500 g 228 3.2, 1 kg 420 1.3
    Chocolate health drink | 500 g 242 2.6
    Badam drink mix | 200 g 118 1.6
    Ragi malt | 500 g 132 1.5
    Glucose powder | 200 g 52 2.6 | summer
    Glucose powder orange | 500 g 118 1.6 | summer
    Kashayam mix | 100 g 62 1.4 | winter
    Dry ginger coffee | 100 g 56 1.4
    Cocoa powder | 50 g 74 1
  `,
};
