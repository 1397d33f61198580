-- What does a list of orders look like when no file holds any?
-- Grain: one line of a list of orders; none here.
select
  null::varchar as transaction_id,
  null::date as sold_at,
  null::varchar as customer_id,
  null::varchar as store
limit 0
