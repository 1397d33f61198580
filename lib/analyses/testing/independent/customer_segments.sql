-- A fifth is counted by the customers who are strictly worse, so that equals score alike.
with customer as (
  select customer_id as id, sum(amount) as money, max(if(quantity > 0, day, null)) as last_day,
    if(count(distinct if(quantity > 0, transaction_id, null)) > 0, count(distinct if(quantity > 0, transaction_id, null)),
      count(distinct if(quantity > 0, day, null))) as orders
  from line where customer_id is not null group by 1
),
n as (select count(*) as n from customer),
by_day as (select last_day, count(*) as c from customer group by 1),
by_orders as (select orders, count(*) as c from customer group by 1),
by_money as (select money, count(*) as c from customer group by 1),
r as (select a.last_day, coalesce(sum(b.c), 0) as worse from by_day a left join by_day b
  on coalesce(b.last_day, date '0001-01-01') < coalesce(a.last_day, date '0001-01-01') group by 1),
f as (select a.orders, coalesce(sum(b.c), 0) as worse from by_orders a left join by_orders b on b.orders < a.orders group by 1),
m as (select a.money, coalesce(sum(b.c), 0) as worse from by_money a left join by_money b on b.money < a.money group by 1),
rfm as (
  select customer.*, 1 + floor(5 * r.worse / n.n) as r, 1 + floor(5 * f.worse / n.n) as f, 1 + floor(5 * m.worse / n.n) as m
  from customer join r on r.last_day is not distinct from customer.last_day join f using (orders) join m using (money) cross join n
),
placed as (
  select *, case
    when r <= 2 and (f >= 4 or m >= 4) then 'At risk' when r <= 2 then 'Gone quiet'
    when r >= 4 and f >= 4 and m >= 4 then 'Champions' when f >= 4 then 'Loyal'
    when m >= 4 then 'Big spenders' else 'Newer or occasional' end as segment
  from rfm
)
select segment, count(*) as customers, count(*)::double / any_value(n.n) as customer_share, sum(money) as revenue,
  if((select sum(amount) from line where customer_id is not null) > 0,
    sum(money)::double / (select sum(amount) from line where customer_id is not null)::double, null) as revenue_share,
  round(sum(money)::double / count(*), 4)::decimal(38, 4) as average_revenue,
  sum(orders)::double / count(*) as average_orders,
  avg((select as_of from era) - last_day) as average_days,
  (list(id order by money desc, id desc)[1:3]).array_to_string(', ') as largest,
  (select sum(amount) from line where customer_id is not null) as known_revenue,
  (select sum(amount) from line) as all_revenue
from placed, n group by segment
order by list_position(['Champions', 'Loyal', 'Big spenders', 'Newer or occasional', 'At risk', 'Gone quiet'], segment)
