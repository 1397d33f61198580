-- What did each product bring in each complete month?
-- Grain: one product id x complete month in which it was on a sale line. Squares: of the lines' amounts, for how much they vary.
create or replace view product_months as
select
  product_id::varchar as product_id,
  month::date as month,
  months_ago::bigint as months_ago,
  revenue::decimal(38, 4) as revenue,
  squares::double as squares
from (
  select
    product_id,
    date_trunc('month', sold_at::date)::date as month,
    sum(amount) as revenue,
    sum(amount::double * amount::double) as squares
  from sales
  group by 1, 2
)
join complete_months using (month)
