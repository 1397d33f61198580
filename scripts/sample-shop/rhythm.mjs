/** How a kind of goods follows the week (Sunday first) and the pay month (days 1-7, 8-24, 25-31). */
const RHYTHMS = {
  staple: { week: [1.4, 0.9, 0.87, 0.9, 0.95, 1.02, 1.22], month: [1.42, 0.95, 0.82] },
  pantry: { week: [1.35, 0.92, 0.88, 0.92, 0.95, 1.02, 1.22], month: [1.22, 0.97, 0.9] },
  daily: { week: [1.2, 0.97, 0.95, 0.97, 0.98, 1, 1.05], month: [1, 1, 1] },
  treat: { week: [1.5, 0.86, 0.84, 0.88, 0.94, 1.08, 1.3], month: [1.08, 1, 0.94] },
};

/** Share of an ordinary day's demand that falls on `day`. */
export function rhythmOn(rhythm, day) {
  const { week, month } = RHYTHMS[rhythm];
  const third = day.dayOfMonth <= 7 ? 0 : day.dayOfMonth <= 24 ? 1 : 2;
  return week[day.weekday] * month[third];
}
