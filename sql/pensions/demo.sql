-- Facts beside the career, as the demonstration tells them: a decoration whose paper is not there, and the children of a woman.
insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven)
select a.agent_id, 'bonification', 720, 'Décoration', 'Déclarée par l’agent, vers 2011', 'Explication de la Direction générale du budget (presse) : deux ans', false
from career.agents a where a.matricule = '11208';
insert into pensions.facts (agent_id, kind_code, value, label, reference, source, is_proven)
select a.agent_id, 'enfants', 3, 'Enfants', 'Actes de naissance', '', true from career.agents a where a.matricule = '18932';
