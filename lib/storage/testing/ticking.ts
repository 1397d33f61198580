/** A clock that moves by a millisecond with every look. */
export function ticking() {
  let time = 1_700_000_000_000;
  return {
    now() {
      time += 1;
      return time;
    },
    pass(ms: number) {
      time += ms;
    },
  };
}
