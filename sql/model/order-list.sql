-- What do the lists of orders say of each order?
-- Grain: one order of the lists of orders. Each field is the newest list's that fills it, there the first line's.
create or replace table order_list as
with
orders as (
  select
    transaction_id::varchar as transaction_id,
    arg_min(sold_at, newest_first) as sold_at,
    arg_min(customer_id::varchar, newest_first) as customer_id,
    arg_min(store::varchar, newest_first) as store
  from order_lines
  where transaction_id is not null
  group by 1
)
select
  transaction_id,
  sold_at,
  customer_id,
  coalesce(store_names.store_name, orders.store) as store
from orders
left join store_names on store_names.store = orders.store
