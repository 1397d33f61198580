export const dalsAndPulses = {
  name: "Dals and pulses",
  margin: [5, 9],
  rhythm: "staple",
  families: `
    Toor dal | 500 g 86 6, 1 kg 168 17, 2 kg 332 2.4, loose 160 5
    Moong dal | 500 g 68 5, 1 kg 132 6
    Chana dal | 500 g 52 4, 1 kg 98 5.4
    Urad dal | 500 g 78 4, 1 kg 152 6
    Urad gota | 1 kg 160 2
    Masoor dal | 500 g 54 3, 1 kg 104 3.4
    Green moong whole | 500 g 66 2.4, 1 kg 128 1.8
    Kabuli chana | 500 g 84 2.8, 1 kg 164 1.8
    Kala chana | 500 g 48 2.4, 1 kg 92 1.6
    Rajma red | 500 g 82 2, 1 kg 158 1.3
    Rajma chitra | 500 g 88 1.4
    Green peas dried | 500 g 46 1.4
    Horse gram | 500 g 44 1.2
    Moth beans | 500 g 62 0.9
    Soya chunks | 200 g 45 2.6
    Groundnuts | 500 g 82 3, loose 150 3
  `,
};
