-- What did each product bring lately, month by month?
-- Grain: one product id with a sale line in a complete month. Month 1 is the newest complete one; before 3: the three months
-- before the newest three; year ago 3: the newest three, a year earlier. Null where the product was on no line.
create or replace view latest_months as
select
  product_id::varchar as product_id,
  sum(revenue)::decimal(38, 4) as complete_revenue,
  (sum(revenue) filter (where months_ago = 0))::decimal(38, 4) as month_1,
  (sum(revenue) filter (where months_ago = 1))::decimal(38, 4) as month_2,
  (sum(revenue) filter (where months_ago = 2))::decimal(38, 4) as month_3,
  (sum(revenue) filter (where months_ago = 3))::decimal(38, 4) as month_4,
  (sum(revenue) filter (where months_ago between 3 and 5))::decimal(38, 4) as before_3,
  (sum(revenue) filter (where months_ago between 12 and 14))::decimal(38, 4) as year_ago_3,
  (sum(squares) filter (where months_ago = 0))::double as squares_1,
  (sum(squares) filter (where months_ago = 3))::double as squares_4,
  (sum(squares) filter (where months_ago between 0 and 2))::double as squares_last_3,
  (sum(squares) filter (where months_ago between 3 and 5))::double as squares_before_3,
  (sum(squares) filter (where months_ago between 12 and 14))::double as squares_year_ago_3
from product_months
group by product_id
