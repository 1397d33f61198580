export const riceAndFlour = {
  name: "Rice and flour",
  margin: [4, 8],
  rhythm: "staple",
  families: `
    Rice | 5 kg 310 52
    Sona masoori rice | 1 kg 68 9, 10 kg 640 2.2, 25 kg 1560 1.2
    Basmati rice | 1 kg 128 5, 5 kg 610 1.8
    Idli rice | 1 kg 54 5, loose 48 4
    Brown rice | 1 kg 112 1.6
    Red rice | 1 kg 96 1.4
    Poha thick | 500 g 34 5, 1 kg 64 2.6
    Poha thin | 500 g 36 2.4
    Puffed rice | 200 g 18 4, 500 g 42 1.8
    Wheat flour | 1 kg 52 8, 2 kg 98 12, 5 kg 232 14, 10 kg 455 4
    Multigrain flour | 1 kg 78 2, 5 kg 365 1.4
    Maida | 500 g 26 3, 1 kg 48 4
    Sooji | 500 g 29 4, 1 kg 54 3.4
    Besan | 500 g 58 5, 1 kg 112 3.6
    Rice flour | 500 g 32 3
    Ragi flour | 1 kg 62 2.6
    Quinoa | 1 kg 340 1.1
  `,
};
