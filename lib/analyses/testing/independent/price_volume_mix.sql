-- Amounts at the old price are kept to four digits a product and their sum to the cent, as is the volume.
with now as (
  select product_id, sum(amount) as r, sum(quantity) as q from line, two_periods where day >= now_from and day < now_until group by 1
),
before as (
  select product_id, sum(amount) as r, sum(quantity) as q from line, two_periods where day >= before_from and day < before_until group by 1
),
pair as (
  select product_id, before.r as r0, before.q as q0, now.r as r1, now.q as q1,
    case when before.r is null then 'new products' when now.r is null then 'products no longer sold'
      when before.q > 0 and now.q > 0 then 'stayed' else 'products mostly returned' end as place
  from before full join now using (product_id)
),
stayed as (
  select sum(r0) as r0, sum(r1) as r1, sum(q0)::double as q0, sum(q1)::double as q1, count(*) as n,
    round(sum(round(r0::double * q1::double / q0::double, 4)::decimal(38, 4)), 2) as old_price
  from pair where place = 'stayed'
),
part as (
  select coalesce(r0, 0) as r0, coalesce(r1, 0) as r1, n, coalesce(old_price, 0) as old_price,
    coalesce(round(r0::double * (q1 / q0 - 1), 2), 0)::decimal(38, 4) as volume
  from stayed
),
other as (
  select place, count(*) as n, sum(coalesce(r1, 0) - coalesce(r0, 0)) as change from pair where place <> 'stayed' group by 1
),
whole as (select coalesce(sum(r0), 0) as before, coalesce(sum(r1), 0) as after, count(r0) as n0, count(r1) as n1 from pair),
step as (
  select 1 as position, 'before' as step, before as amount, n0 as n from whole
  union all select 2, 'volume', volume, n from part
  union all select 3, 'price', r1 - old_price, n from part
  union all select 4, 'mix', old_price - r0 - volume, n from part
  union all select position, name, coalesce(change, 0), coalesce(n, 0)
    from (values (5, 'new products'), (6, 'products no longer sold'), (7, 'products mostly returned')) named (position, name)
    left join other on place = name where position < 7 or n > 0
  union all select 8, 'after', after, n1 from whole
)
select step, amount::decimal(38, 4) as amount,
  if(position in (1, 8) or before <= 0, null, 100 * amount::double / before::double) as percent_of_before,
  n as products,
  if(position in (1, 8), 0, (select sum(s.amount) from step s where s.position < step.position))::decimal(38, 4) as from_amount,
  position in (1, 8) as is_total, now_from as period_start, before_from as before_start
from step, whole, two_periods where has_before order by position
