drop table crm.tenants;
drop function crm.touch();
drop domain crm.amount;
