export const sugarAndSalt = {
  name: "Sugar, salt and jaggery",
  margin: [4, 8],
  rhythm: "staple",
  families: `
    Sugar | 500 g 25 4, 1 kg 46 23, 5 kg 222 3, loose 44 5
    Brown sugar | 500 g 68 1.2
    Iodised salt | 1 kg 26 11
    Crystal salt | 1 kg 18 3
    Rock salt | 500 g 48 1.6
    Jaggery | 500 g 42 4, 1 kg 80 2.6, loose 70 3
    Jaggery powder | 500 g 64 1.6
    Palm jaggery | 500 g 120 1
    Honey | 250 g 132 1.8
  `,
};
