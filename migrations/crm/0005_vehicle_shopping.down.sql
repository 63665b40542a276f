drop table crm.purchase_timelines;
drop table crm.budgets;
drop table crm.vehicle_interests;
