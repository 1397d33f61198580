export const sweetsAndDryFruits = {
  name: "Sweets and dry fruits",
  margin: [12, 18],
  rhythm: "treat",
  families: `
    Soan papdi | 250 g 90 2, 500 g 165 1.9 | sweets
    Kaju katli | 250 g 260 1.7 | sweets
    Gulab jamun tin | 500 g 145 1.6, 1 kg 260 1.3 | sweets
    Rasgulla tin | 1 kg 240 1.3 | sweets
    Mysore pak | 250 g 150 1.6 | sweets
    Besan laddu | 250 g 140 1.5 | sweets
    Milk peda | 250 g 150 1.4 | sweets
    Motichoor laddu | 500 g 220 1.4 | sweets
    Dry fruit gift box | 250 g 480 1.5, 500 g 890 1.2 | gift
    Chocolate gift box | 200 g 240 1.3 | gift
    Almonds | 100 g 110 2.6, 250 g 265 1.4 | festive
    Cashews | 100 g 105 2.6, 250 g 255 1.4 | festive
    Cashews split | loose 860 1.3 | festive
    Raisins | 100 g 48 2.4, 250 g 112 1.3 | festive
    Pistachios | 100 g 165 1.1 | festive
    Walnuts | 100 g 130 1 | festive
    Dates | 250 g 95 2, 500 g 180 1.2
    Dried figs | 200 g 260 0.9 | festive
    Mishri | 200 g 42 1.2
    Chikki | 200 g 60 2 | winter
    Milk chocolate | 25 g 20 5, 50 g 45 3
  `,
};
