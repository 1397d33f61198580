export const coldDrinksAndIceCream = {
  name: "Cold drinks and ice cream",
  margin: [12, 18],
  rhythm: "treat",
  families: `
    Cola | 250 ml 20 6, 750 ml 42 4, 2 l 95 3.4 | summer
    Lemon soda | 250 ml 20 4.4, 750 ml 42 2.2 | summer
    Orange drink | 250 ml 20 3.4, 2 l 92 1.7 | summer
    Mango drink | 150 ml 10 6, 600 ml 42 4, 1.2 l 78 2.2 | summer
    Apple drink | 160 ml 10 2.4 | summer
    Jeera soda | 250 ml 15 3 | summer
    Club soda | 750 ml 20 2.2 | summer
    Packaged water | 500 ml 10 6, 1 l 20 8, 5 l 70 1.8 | summer
    Tender coconut water | 200 ml 45 2.2 | summer
    Energy drink | 250 ml 60 1.6 | summer
    Mixed fruit juice | 1 l 118 1.8 | summer
    Orange squash | 700 ml 155 1.4 | summer
    Rose sherbet | 750 ml 160 1.5 | summer
    Vanilla ice cream | cup 20 4, 700 ml 190 1.5 | icecream
    Chocolate bar ice cream | 60 ml 25 4 | icecream
    Mango ice cream | 700 ml 210 1.4 | icecream
    Butterscotch cone | 110 ml 40 3 | icecream
    Kulfi | 60 ml 30 3.4 | icecream
    Ice candy orange | 60 ml 10 3.4 | icecream
  `,
};
