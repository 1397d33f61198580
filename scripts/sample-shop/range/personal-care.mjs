export const personalCare = {
  name: "Personal care",
  margin: [18, 25],
  rhythm: "pantry",
  families: `
    Bath soap sandal | 75 g 42 4, 4-pack 160 2
    Bath soap neem | 75 g 38 3.4, 4-pack 145 1.7
    Bath soap lime | 100 g 36 3
    Baby soap | 75 g 58 1.4
    Liquid hand wash | 200 ml 89 2, refill 79 1.6
    Shampoo | sachet 2 6, 180 ml 145 2.2
    Anti-dandruff shampoo | sachet 3 3, 180 ml 178 1.6
    Hair conditioner | 180 ml 165 1.1
    Coconut hair oil | 100 ml 52 3, 200 ml 98 2.6
    Herbal hair oil | 500 ml 265 1.1
    Almond hair oil | 200 ml 132 1.4
    Toothpaste | 100 g 62 3.4, 200 g 115 2.8
    Herbal toothpaste | 150 g 85 2
    Toothbrush | 1 piece 30 3
    Mouthwash | 250 ml 145 1
    Face wash | 100 ml 155 1.5
    Face cream | 50 g 125 1.4
    Cold cream | 100 ml 110 2 | winter
    Petroleum jelly | 40 g 55 1.9 | winter
    Body lotion | 200 ml 195 1.7 | winter
    Talcum powder | 100 g 75 1.8 | summer
    Prickly heat powder | 150 g 128 1.6 | summer
    Deodorant | 150 ml 199 1.3 | summer
    Shaving cream | 70 g 78 1.2
    Razor | 1 piece 25 2.4
    Sanitary pads | 7 pieces 42 3
    Baby diapers | 10 pieces 149 1.7
    Cotton buds | 100 pieces 48 1.2
    Hair comb | 1 piece 25 1.4
    Kajal | 1 piece 120 1
  `,
};
