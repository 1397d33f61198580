export const dairyAndEggs = {
  name: "Dairy and eggs",
  margin: [5, 9],
  rhythm: "daily",
  families: `
    Milk | 500 ml 28 26, 1 l 56 8
    Toned milk carton | 1 l 74 4
    Milk powder | 200 g 105 1.3
    Condensed milk | 400 g 142 1.1
    Curd | 200 g 25 6, 400 g 42 9, 1 kg 85 3
    Buttermilk | 200 ml 12 5 | summer
    Lassi | 200 ml 25 3 | summer
    Flavoured milk | 180 ml 30 3 | summer
    Butter | 100 g 60 5, 500 g 285 1.3
    Cheese slices | 200 g 145 2
    Cheese cubes | 200 g 138 1.3
    Paneer | 200 g 92 5
    Fresh cream | 200 ml 68 1.3
    Mango yogurt | 85 g 35 2
    Eggs | 6 pieces 45 9, 12 pieces 88 5, 30 pieces 210 2
  `,
};
