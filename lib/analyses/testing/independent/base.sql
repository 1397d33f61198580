-- What do the definitions call a product, a line, a day of the data and a complete month?
-- Grain: tables that the other files of this folder read; made of sales, inventory and products alone.
-- A product's name and category: those of most of its sales, else of the product list, else of the stock list; a name that
-- repeats the id comes after any other, "(blank)" last. Its cost: the product list's, else the stock list's.
create or replace table thing as
with said as (
  select product_id, product_name, category, 1 as source from sales
  union all
  select product_id, min(product_name), min(category), 2 from products group by product_id
  union all
  select product_id, min(product_name), min(category), 3 from inventory group by product_id
),
called as (
  select product_id, product_name, source, count(*) as times,
    case when product_name = '(blank)' then 2 when product_name = product_id then 1 else 0 end as worth
  from said group by all
),
kinds as (
  select product_id, category, source, count(*) as times from said where category is not null group by all
)
select
  called.product_id,
  first(product_name order by worth, source, times desc, product_name) as name,
  (select first(category order by source, times desc, category) from kinds where kinds.product_id = called.product_id) as category,
  coalesce(
    (select avg(unit_cost) from products where products.product_id = called.product_id),
    (select avg(unit_cost) from inventory where inventory.product_id = called.product_id)
  )::decimal(18, 4) as cost
from called
group by called.product_id;

create or replace table line as
select
  s.product_id, thing.name, s.quantity, s.amount, s.customer_id, s.transaction_id, s.store, s.sold_at,
  s.sold_at::date as day,
  make_date(year(s.sold_at), month(s.sold_at), 1) as month,
  coalesce(s.category, thing.category) as category,
  coalesce(s.unit_cost, thing.cost) as cost,
  s.unit_cost as own_cost,
  s.quantity < 0 or s.amount < 0 as is_return
from sales s join thing using (product_id);

create or replace table era as select min(day) as first_day, max(day) as as_of from line;

create or replace table full_month as
select month, row_number() over (order by month) as n
from (select distinct make_date(year(d), month(d), 1) as month from (
  select unnest(range((select first_day from era)::timestamp, (select as_of from era)::timestamp + interval 1 day, interval 1 day)) as d))
where month >= (select first_day from era) and month + interval 1 month - interval 1 day <= (select as_of from era);

create or replace view asked as
from line where day between coalesce(getvariable('from_day'), date '0001-01-01') and coalesce(getvariable('to_day'), date '9999-12-31');

-- What a product cost where no list says so: the mean of the lines sold that say it.
create or replace view paid as
select product_id, sum(quantity * own_cost) / sum(quantity) as mean_cost
from line where quantity > 0 and own_cost is not null group by product_id;

-- The days of the window that ends with the newest sale's day, and how many of them the data has.
create or replace view recent as
select as_of - getvariable('window_days')::integer + 1 as from_day, as_of as to_day,
  least(getvariable('window_days'), as_of - first_day + 1)::integer as days
from era;

create or replace view shelf as
select product_id, sum(current_stock) as stock from inventory
where getvariable('store') = 'all' or store = getvariable('store') group by product_id;

-- The newest complete month, quarter or year and the one it is compared with.
create or replace view two_periods as
with step as (
  select case getvariable('grain') when 'year' then 12 when 'quarter' then 3 else 1 end as months,
    if(getvariable('against') = 'year_before', 12, months) as back
),
starts as (
  select month as start from full_month, step where (month(month) - 1) % months = 0
    and (month + to_months(months - 1))::date in (select month from full_month)
)
select
  max(start) as now_from, (max(start) + to_months(any_value(months)))::date as now_until,
  (max(start) - to_months(any_value(back)))::date as before_from,
  (max(start) - to_months(any_value(back)) + to_months(any_value(months)))::date as before_until,
  before_from >= (select first_day from era) as has_before
from starts, step having count(*) > 0;
