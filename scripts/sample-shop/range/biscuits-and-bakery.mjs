export const biscuitsAndBakery = {
  name: "Biscuits and bakery",
  margin: [10, 15],
  rhythm: "daily",
  families: `
    Glucose biscuits | 65 g 5 9, 250 g 25 6, 800 g 80 1.6
    Marie biscuits | 120 g 15 5, 250 g 35 3.4
    Cream biscuits orange | 100 g 20 4
    Cream biscuits chocolate | 100 g 20 5
    Butter cookies | 75 g 15 4, 200 g 45 2.4
    Cashew cookies | 150 g 40 2.4
    Coconut cookies | 150 g 30 2
    Salted crackers | 120 g 20 3
    Digestive biscuits | 250 g 65 2.4
    Sugar-free cookies | 200 g 160 1.1
    Milk rusk | 200 g 40 4, 400 g 75 1.8
    Bread white | 400 g 45 11
    Bread brown | 400 g 52 6
    Pav | 6 pieces 30 5
    Bun | 4 pieces 32 3
    Fruit bun | 2 pieces 24 2
    Burger bun | 4 pieces 42 1.6
    Pizza base | 2 pieces 48 1.4
    Fruit cake slice | 60 g 20 3
    Plum cake | 250 g 140 1.5 | winter
    Cream roll | 45 g 15 2.2
    Khari | 200 g 60 2
    Toast butter | 200 g 48 1.7
    Wafer cubes | 100 g 40 1.7
    Nankhatai | 250 g 95 1.4
    Multigrain bread | 400 g 60 2
    Choco chip cookies | 120 g 40 3
    Sooji rusk | 300 g 58 1.5
  `,
};
