export const householdAndSeasonal = {
  name: "Household and seasonal",
  margin: [18, 26],
  rhythm: "treat",
  families: `
    Copper water bottle | - 1150 1.2
    Steel water bottle | 1 l 380 0.9
    Brass puja lamp | - 780 1
    Terracotta diyas | 12 pieces 60 1.8 | diwali-only
    Wax diyas | 24 pieces 120 2.6 | diwali-only
    Rangoli colours | 10 packets 90 2.4 | diwali-only
    Paper lantern | - 150 1.8 | diwali-only
    Sparklers | 10 boxes 180 2 | diwali-only
    LED string light | 10 m 220 1.1 | diwali-tail
    Folding umbrella | - 320 1.8 | monsoon
    Long umbrella | - 420 1.3 | monsoon
    Children's umbrella | - 240 1.3 | monsoon
    Raincoat adult | - 550 1.4 | monsoon
    Raincoat child | - 380 1.4 | monsoon
    Rain shoe covers | 1 pair 120 1.1 | monsoon
    Woollen cap | - 150 1.6 | winter
    LED bulb | 9 W 95 3.4
    Battery AA | 2-pack 36 3.4
    Battery AAA | 2-pack 36 2
    Matchbox | 10 boxes 20 5
    Candles | 6 pieces 40 2.4
    Gas lighter | - 120 1
    Pressure cooker gasket | - 85 1
    Tea strainer | - 45 1.1
    Kitchen knife | - 70 1
    Plastic bucket | 18 l 240 0.9
    Bath mug | - 55 1
    Clothes clips | 12 pieces 40 1.5
    Nylon rope | 10 m 55 0.9
    Storage jar | 1 kg 95 1.2
    Lunch box | - 290 1
    Notebook ruled | 100 pages 45 2.6
    Ball pen | 1 piece 10 5
    Adhesive tape | 1 piece 30 1.3
  `,
};
