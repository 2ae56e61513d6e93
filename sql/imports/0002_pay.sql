-- A third kind of file, that of the payer: who may send a kind is a column of it; a month, an index and an amount are read.
set role guichet_owner;
alter table imports.kinds add column permission text not null default 'import.personnel' references base.permissions on delete restrict;
create index on imports.kinds (permission);
alter table imports.imports
	add column month date check (extract(day from month) = 1),
	add column gone_count bigint,                               -- lines of that month that the file no longer has
	add check ((kind_code = 'paye') = (month is not null));
create index on imports.imports (month) where month is not null;
alter table imports.staged add column pay_month date, add column pay_index int, add column index_pay_fcfa bigint;
alter table imports.ready add column pay_index int, add column index_pay_fcfa bigint;
reset role;
