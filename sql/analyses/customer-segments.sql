-- Which customers are worth what?
-- Grain: one row per segment of customers, the best first.
-- Every customer is scored 1 to 5 by how recently, how often and for how much they bought (RFM): fifths of the customers
-- by rank, equals alike. Orders are distinct transactions; where none are known, days with a purchase. Revenue is net.
with
span as (
  select max(sold_at)::date as as_of from sales having count(*) > 0
),
by_order as (
  select
    customer_id,
    transaction_id,
    (max(sold_at) filter (where quantity > 0))::date as last_bought_on,
    sum(amount) as revenue
  from sales
  where customer_id is not null
  group by 1, 2
),
by_customer as (
  select
    customer_id,
    max(last_bought_on) as last_bought_on,
    count(transaction_id) filter (where last_bought_on is not null) as orders,
    sum(revenue) as revenue
  from by_order
  group by 1
),
days as (
  select customer_id, count(distinct sold_at::date) as days
  from sales
  where customer_id is not null and transaction_id is null and quantity > 0
  group by 1
),
customers as (
  select
    customer_id::varchar as customer_id,
    last_bought_on,
    if(orders = 0, coalesce(days, 0), orders) as orders,
    revenue
  from by_customer
  left join days using (customer_id)
),
scored as (
  select
    *,
    1 + 5 * (rank() over (order by last_bought_on nulls first) - 1) // count(*) over () as r,
    1 + 5 * (rank() over (order by orders) - 1) // count(*) over () as f,
    1 + 5 * (rank() over (order by revenue) - 1) // count(*) over () as m
  from customers
),
placed as (
  select
    *,
    case
      when r >= 4 and f >= 4 and m >= 4 then 1
      when r >= 3 and f >= 4 then 2
      when r >= 3 and m >= 4 then 3
      when r <= 2 and (f >= 4 or m >= 4) then 5
      when r <= 2 then 6
      else 4
    end as position
  from scored
),
segments as (
  select
    position,
    count(*) as customers,
    sum(revenue) as revenue,
    avg(orders) as average_orders,
    avg(span.as_of - last_bought_on) as average_days,
    arg_max(customer_id, (revenue, customer_id), 3) as largest
  from placed
  cross join span
  group by 1
),
known as (
  select
    sum(amount) filter (where customer_id is not null) as known_revenue,
    sum(amount) as all_revenue
  from sales
)
select
  (['Champions', 'Loyal', 'Big spenders', 'Newer or occasional', 'At risk', 'Gone quiet'][position])::varchar as segment,
  customers::bigint as customers,
  (customers / sum(customers) over ())::double as customer_share,
  revenue::decimal(38, 4) as revenue,
  (if(known_revenue > 0, revenue::double / known_revenue::double, null))::double as revenue_share,
  (revenue / customers)::decimal(38, 4) as average_revenue,
  average_orders::double as average_orders,
  average_days::double as average_days,
  array_to_string(largest, ', ')::varchar as largest,
  known_revenue::decimal(38, 4) as known_revenue,
  all_revenue::decimal(38, 4) as all_revenue
from segments
cross join known
order by position
