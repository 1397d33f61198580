-- Additive Holt-Winters over two whole cycles or more, else Holt's trend; seasonal naive over one, else the last value. The
-- weights are the first of the grid with the least squared errors; the method is the one that misses the periods held back
-- least, the naive one of two alike. Four of five values lie within 1.2816 standard deviations.
with recursive
step as (
  select if(getvariable('grain') = 'week', interval 7 days, interval 1 month) as one,
    if(getvariable('grain') = 'week', 52, 12) as s
),
day_of_data as (
  select unnest(range(first_day::timestamp, as_of::timestamp + interval 1 day, interval 1 day))::date as day from era
),
period as (
  select date_trunc(getvariable('grain'), day)::date as start from day_of_data, step
  group by 1 having count(*) = ((start + any_value(one))::date - start)
),
observed as (
  select start, coalesce(sum(if(getvariable('metric') = 'quantity', quantity, amount)), 0)::decimal(38, 4) as v,
    row_number() over (order by start) as t
  from period left join line on date_trunc(getvariable('grain'), line.day)::date = period.start group by start
),
series as (
  select list(v::double order by t) as y, count(*)::integer as n, any_value(s) as s,
    least(getvariable('horizon')::integer, any_value(s), count(*)::integer // 4) as held,
    getvariable('metric') = 'quantity' and bool_and(v = floor(v)) as whole_units, max(start) as last_start
  from observed, step having count(*) >= 4
),
run as (
  select n - held + k::integer as known, y, n, s, known >= 2 * s as seasonal from series, range(0, 27) back (k) where k <= held
),
grid as (
  select known, y, a, b, g, row_number() over (partition by known order by a, b, g) as place, seasonal, s
  from run, unnest([0.05, 0.2, 0.4, 0.6, 0.8]::double[]) u (a), unnest([0, 0.05, 0.2, 0.4]::double[]) v (b),
    unnest(if(seasonal, [0.05, 0.2, 0.4, 0.6, 0.8], [0])::double[]) w (g)
),
slope as (
  select *, if(seasonal, (list_avg(y[s + 1:2 * s]) - list_avg(y[1:s])) / s, y[2] - y[1]) as b0 from grid
),
beginning as (
  select *, if(seasonal, list_avg(y[1:s]) - b0 * (s + 1) / 2, y[1] - b0) as l0 from slope
),
smooth as (
  -- the list of seasons turns: its first is the next period's
  select known, place, a, b, g, y, 1 as t, l0 as level, b0 as trend, 0::double as squares,
    if(seasonal, list_transform(range(1, s + 1), lambda p: (y[p] - l0 - b0 * p + y[p + s] - l0 - b0 * (p + s)) / 2), [0::double]) as seasons
  from beginning
  union all
  select known, place, a, b, g, y, t + 1,
    a * (y[t] - seasons[1]) + (1 - a) * (level + trend) as l1,
    b * (l1 - level) + (1 - b) * trend,
    squares + (y[t] - level - trend - seasons[1]) ** 2,
    list_append(seasons[2:], g * (y[t] - l1) + (1 - g) * seasons[1])
  from smooth where t <= known
),
fitted as (
  select * from smooth where t = known + 1
  qualify row_number() over (partition by known order by squares, place) = 1
),
ahead as (
  select known, h, 2 as method, level + trend * h + seasons[(h - 1) % len(seasons) + 1] as f
  from fitted, range(1, 27) later (h)
  union all
  select known, h, 1, y[known - if(known >= s, s, 1) + (h - 1) % if(known >= s, s, 1) + 1] from run, range(1, 27) later (h)
),
miss as (
  select method, greatest(f, 0) - y[known + h] as d, abs(y[known + h]) as size from ahead, series where known + h <= n and known < n
),
tested as (
  select method, if(sum(size) > 0, sum(abs(d)) / sum(size), null) as error, sqrt(avg(d ** 2)) as spread, count(*) as misses from miss group by 1
),
chosen as (from tested order by coalesce(error, 0), method limit 1),
told as (
  select (last_start + one * h::integer)::date as start, f, error, if(misses >= 3, 1.2816::double * spread, null) as reach, h, series.*,
    case when method = 1 then if(n - held >= series.s, 'seasonal naive', 'last value')
      else if(n - held >= 2 * series.s, 'Holt-Winters', 'Holt''s trend') end as method
  from ahead join chosen using (method) join series on known = n cross join step where h <= getvariable('horizon')
)
select o.start as period_start, o.v as value, null::decimal(38, 4) as low, null::decimal(38, 4) as high,
  (select e.v from observed e where e.start = (o.start - if(getvariable('grain') = 'week', interval 364 days, interval 12 months))::date) as same_period_last_year,
  true as observed, null as method, null::double as error, true as asked
from observed o
union all
select start, round(greatest(f, 0), if(whole_units, 0, 2))::decimal(38, 4), round(greatest(f - reach, 0), if(whole_units, 0, 2))::decimal(38, 4),
  round(greatest(f + reach, 0), if(whole_units, 0, 2))::decimal(38, 4),
  (select v from observed where t = n + h - s), false, method, error, true
from told
order by period_start
