export const homeCare = {
  name: "Home care",
  margin: [10, 16],
  rhythm: "pantry",
  families: `
    Detergent powder | 500 g 58 4, 1 kg 112 5, 4 kg 430 1.4
    Detergent bar | 150 g 10 6, 4-pack 72 2.4
    Liquid detergent | 1 l 199 1.8
    Fabric softener | 200 ml 62 1.4
    Bleach | 500 ml 32 1.5
    Dishwash bar | 120 g 10 5, 300 g 25 4
    Dishwash liquid | 250 ml 55 3, 750 ml 155 1.5
    Steel scrubber | 1 piece 15 3.4
    Scrub pad | 3-pack 30 2.6
    Floor cleaner | 500 ml 98 2.4, 1 l 185 1.4
    Toilet cleaner | 500 ml 92 3
    Glass cleaner | 500 ml 98 1
    Phenyl | 1 l 68 2.6
    Naphthalene balls | 100 g 45 1.3
    Mosquito coil | 10 pieces 38 3 | monsoon-mild
    Mosquito refill | 45 ml 78 3 | monsoon-mild
    Cockroach spray | 200 ml 125 1.1
    Room freshener | 50 g 55 1.4
    Agarbatti | 100 g 50 5
    Camphor | 50 g 78 2.4
    Garbage bags | 30 pieces 95 1.9
    Tissue napkins | 100 pieces 48 1.5
    Broom | 1 piece 95 1.2
    Mop | 1 piece 180 0.9
    Aluminium foil | 9 m 82 1.3
    Sponge wipes | 3-pack 90 1
    Washing blue | 75 ml 22 1.4
  `,
};
