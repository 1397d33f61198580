-- What is true of the data whatever is asked of it?
-- Grain: one row per fact; `category`, `store` and `table` have a row for each.
with
lines as (
  select
    count(*) as sale_lines,
    min(sold_at)::date as first_day,
    max(sold_at)::date as as_of,
    count(category) as with_category,
    count(unit_cost) as with_cost,
    count(transaction_id) as with_transaction,
    count(customer_id) as with_customer
  from sales
),
products_seen as (
  select
    count(unit_cost) as with_cost,
    count(category) as with_category
  from catalogue
),
facts as (
  select 'has_sales' as fact, (sale_lines > 0)::varchar as value from lines
  union all
  select 'has_inventory', (exists (from inventory))::varchar
  union all
  select 'has_cost', (lines.with_cost > 0 or products_seen.with_cost > 0)::varchar from lines, products_seen
  union all
  select 'has_category', (lines.with_category > 0 or products_seen.with_category > 0)::varchar from lines, products_seen
  union all
  select 'has_transaction', (with_transaction > 0)::varchar from lines
  union all
  select 'has_customer', (with_customer > 0)::varchar from lines
  union all
  select 'first_day', first_day::varchar from lines
  union all
  select 'as_of', as_of::varchar from lines
  union all
  select 'category', category::varchar from (
    select distinct category from sales where category is not null
    union
    select distinct category from catalogue where category is not null
  )
  union all
  select 'store', store::varchar from (
    select distinct store from sales where store is not null
    union
    select distinct store from inventory where store is not null
  )
  union all
  select distinct 'table', data_set from profiles
)
select
  fact::varchar as fact,
  value::varchar as value
from facts
order by fact, value
