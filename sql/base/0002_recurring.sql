-- What comes back by itself: a job of that kind is put once a day or once a month, whatever the number of daemons.
set role guichet_owner;
create table base.recurring (
	kind           text primary key,                            -- of a job
	every          text not null check (every in ('jour', 'mois')),
	put_on         date                                         -- last time; null: never
);
reset role;
