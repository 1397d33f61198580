export const oilsAndGhee = {
  name: "Oils and ghee",
  margin: [4, 8],
  rhythm: "staple",
  families: `
    Sunflower oil | 500 ml 82 3, 1 l 152 26, 5 l 745 4
    Groundnut oil | 1 l 198 5, 5 l 970 1.2
    Mustard oil | 500 ml 96 1.8, 1 l 184 2.6
    Rice bran oil | 1 l 158 4
    Soyabean oil | 1 l 142 3
    Sesame oil | 200 ml 92 1.6, 500 ml 215 1.4
    Coconut oil cooking | 500 ml 148 2, 1 l 285 1.2
    Palm oil | 1 l 118 5
    Olive oil | 250 ml 320 0.9
    Vanaspati | 500 g 78 2, 1 kg 152 3.4
    Cow ghee | 200 ml 148 3, 500 ml 345 3.2, 1 l 680 1.6
    Buffalo ghee | 500 ml 325 1.2
    Castor oil | 200 ml 74 0.9
  `,
};
