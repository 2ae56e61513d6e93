-- Two years of pay, invented from the careers: the payer says what the acts say, but for a few agents whose story is told below, and for
-- some whose advancement reached the payer only after its signature. For a whole country: three months of everybody, and the two
-- years of the agents with a story (those months are marked partial).
create unlogged table payroll.demo_pay as
select (date_trunc('month', current_date) - make_interval(months => 1))::date as last_month,
	(date_trunc('month', current_date) - make_interval(months => 24))::date as first_month,
	(select count(*) from career.agents) < 5000 as is_small, case when (select count(*) from career.agents) < 5000 then 30 else 300 end as one_in;
create unlogged table payroll.demo_told as
select a.agent_id, a.matricule, v.story from career.agents a join (values
	('11208', 'concorde'), ('18932', 'echelon_moins'), ('20417', 'tard'), ('21333', 'echelon_plus'), ('40001', 'sans_acte'), ('21950', 'position'),
	('8120', 'parti'), ('30144', 'absent'), ('22104', 'indice'), ('15506', 'tard')) v (matricule, story) on v.matricule = a.matricule;
insert into payroll.months (month, is_partial, loaded_at)
select m::date, not d.is_small and m < d.last_month - interval '2 months', least(now() - interval '1 day', m + interval '1 month 4 days')
from payroll.demo_pay d, generate_series(d.first_month, d.last_month, interval '1 month') m;

-- Hundreds of thousands of rows are checked at once when the constraints come back.
create unlogged table payroll.demo_keys as
select c.conname, pg_get_constraintdef(c.oid) as definition from pg_constraint c where c.conrelid = 'payroll.lines'::regclass and c.contype = 'f';
do $$ declare k record; begin
	for k in select * from payroll.demo_keys loop execute format('alter table payroll.lines drop constraint %I', k.conname); end loop;
end $$;

-- Whose last act is older than the months: what he is today is what he was.
insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
select a.agent_id, m.month, a.category, a.scale, a.step, a.pay_index, a.pay_index * 300, coalesce(a.position_code, 'activite')
from payroll.demo_pay d join payroll.months m on not m.is_partial
join career.agents a on a.pay_index is not null and a.left_on is null and a.last_effect_date <= d.last_month - interval '2 months' and a.agent_id % d.one_in <> 7
	and coalesce(a.position_code, 'activite') not in ('disponibilite', 'sous_drapeaux')
where not d.is_small and not exists (select from payroll.demo_told t where t.agent_id = a.agent_id)
order by a.agent_id, m.month;
-- The others, month by month, from their acts.
insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
select w.agent_id, m.month, s.after_category, s.after_scale, s.after_step, s.after_index, s.after_index * 300, coalesce(p.after_position_code, 'activite')
from payroll.demo_pay d
cross join lateral (select a.agent_id, a.left_on, t.story, a.agent_id % d.one_in = 7 or coalesce(t.story, '') = 'tard' as is_late
	from career.agents a left join payroll.demo_told t on t.agent_id = a.agent_id
	where d.is_small or t.story is not null or a.agent_id % d.one_in = 7 or a.left_on > d.last_month - interval '2 months'
		or (a.left_on is null and a.last_effect_date > d.last_month - interval '2 months')) w
join payroll.months m on not m.is_partial or w.story is not null
cross join lateral (select l.* from career.act_lines l join career.acts c on c.act_id = l.act_id and c.state_code = 'en_vigueur'
	where l.agent_id = w.agent_id and l.effect_date < m.month + interval '1 month' and l.after_index is not null
		and (not w.is_late or coalesce(c.signed_on < m.month, true) or (select k.family from career.act_kinds k where k.kind_code = c.kind_code) <> 'avancement')
	order by l.effect_date desc, l.act_line_id desc limit 1) s
left join lateral (select l.after_position_code from career.act_lines l join career.acts c on c.act_id = l.act_id and c.state_code = 'en_vigueur'
	where l.agent_id = w.agent_id and l.effect_date < m.month + interval '1 month' and l.after_position_code is not null
	order by l.effect_date desc, l.act_line_id desc limit 1) p on true
where (w.left_on is null or w.left_on > m.month) and coalesce(p.after_position_code, 'activite') not in ('disponibilite', 'sous_drapeaux')
order by w.agent_id, m.month
on conflict do nothing;

do $$ declare k record; begin
	for k in select * from payroll.demo_keys loop execute format('alter table payroll.lines add constraint %I %s', k.conname, k.definition); end loop;
end $$;
-- An old act is missing: since then the payer is one step behind.
update payroll.lines l set step = p.step, pay_index = p.pay_index, index_pay_fcfa = p.pay_index * 300
from payroll.demo_told t cross join lateral (select g.step, g.pay_index, lead(g.step) over (order by g.n) as next_step from career_api.timeline_of(t.agent_id) g where g.after_step is not null) p
where t.story = 'echelon_moins' and l.agent_id = t.agent_id and p.next_step = l.step and p.step = l.step - 1;
-- The payer gives the step that no act gave yet.
update payroll.lines l set step = l.step + 1, pay_index = l.pay_index + 14, index_pay_fcfa = (l.pay_index + 14) * 300
from payroll.demo_told t, payroll.demo_pay d where t.story = 'echelon_plus' and l.agent_id = t.agent_id and l.month >= d.last_month;
-- Paid since he came, and not one act in the file.
insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
select t.agent_id, m.month, 'D', 3, 1, 120, 36000, 'activite' from payroll.demo_told t, payroll.months m, payroll.demo_pay d
where t.story = 'sans_acte' and m.month > d.first_month + interval '12 months';
-- In disponibilité, and paid for two months more.
insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
select l.agent_id, (l.month + make_interval(months => n))::date, l.category, l.scale, l.step, l.pay_index, l.index_pay_fcfa, 'activite'
from payroll.demo_told t join lateral (select l.* from payroll.lines l where l.agent_id = t.agent_id order by l.month desc limit 1) l on true, generate_series(1, 2) n
where t.story = 'position'
on conflict do nothing;
-- Left long ago, and still paid when the payer's first files came.
insert into payroll.lines (agent_id, month, category, scale, step, pay_index, index_pay_fcfa, position_code)
select t.agent_id, m.month, a.category, a.scale, a.step, a.pay_index, a.pay_index * 300, 'activite'
from payroll.demo_told t join career.agents a on a.agent_id = t.agent_id, payroll.months m, payroll.demo_pay d
where t.story = 'parti' and m.month < d.first_month + interval '4 months';
-- Two months without pay.
delete from payroll.lines l using payroll.demo_told t, payroll.demo_pay d
where t.story = 'absent' and l.agent_id = t.agent_id and l.month in ((d.last_month - interval '6 months')::date, (d.last_month - interval '5 months')::date);
-- The same grade, the index of another grid.
update payroll.lines l set pay_index = l.pay_index - 13, index_pay_fcfa = (l.pay_index - 13) * 300
from payroll.demo_told t, payroll.demo_pay d where t.story = 'indice' and l.agent_id = t.agent_id and l.month >= d.last_month - interval '9 months';

update payroll.months m set lines_count = (select count(*) from payroll.lines l where l.month = m.month);
analyze payroll.lines;
-- Nothing else can differ: the rest of a country is compared by the first night's job.
insert into payroll.runs (scope_code, agents_count, months_count, open_count)
select case when d.is_small then 'pays' else 'agent' end, count(*), 24, 0 from payroll.demo_pay d, career.agents a
where d.is_small or a.agent_id % d.one_in = 7 or a.agent_id in (select t.agent_id from payroll.demo_told t) group by d.is_small;
select payroll_api.compare(array(select a.agent_id from career.agents a, payroll.demo_pay d
	where d.is_small or a.agent_id % d.one_in = 7 or a.agent_id in (select t.agent_id from payroll.demo_told t)));
update payroll.runs r set open_count = (select count(*) from payroll.differences x where x.state_code = 'ouvert');
-- One is settled already, with the reason that was written.
with settled as (
	update payroll.differences x set state_code = 'resolu', reason_code = 'rappel_paye', changed_at = now() - interval '3 days'
	from payroll.demo_told t where t.story = 'absent' and x.agent_id = t.agent_id and x.kind_code = 'acte_sans_paye' returning x.difference_id
)
insert into payroll.events (difference_id, at, person_id, state_code, what, note)
select s.difference_id, now() - interval '3 days', l.person_id, 'resolu', 'Réglé : le rappel a été payé', 'Deux mois repris sur la paye suivante.'
from settled s, accounts.logins l where l.login = 'solde@exemple.bj';
drop table payroll.demo_told, payroll.demo_pay, payroll.demo_keys;
