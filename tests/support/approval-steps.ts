import { expect } from '#jest';
import { importFiles } from '../../src/office/drafts/import-files.ts';
import { rollBack } from '../../src/office/editions/go-live.ts';
import { commandLine } from '../../src/office/staff/desk/actor.ts';
import { fingerprint } from '../../src/words/fingerprint.ts';
import {
  type ApprovalModel,
  folder,
  isCurrent,
  liveHashes,
  nameOf,
  people,
  places,
  type Step,
  saidBy,
  wordsOf,
} from './approval-model.ts';
import { type SmallApprovals, setFirstDay } from './small-approvals.ts';

/** Performs one step in the office and in the model, and compares the two. @returns the outcome of the step */
export async function performStep(office: SmallApprovals, model: ApprovalModel, step: Step): Promise<string> {
  switch (step.what) {
    case 'edit':
    case 'tick':
    case 'confirm':
    case 'restore':
      return write(office, model, step);
    case 'fact': {
      const { kind } = await office.changeLine(step.person, setFirstDay(`2026-0${1 + step.number}-01`));
      if (kind === 'saved') for (const changers of model.changers.values()) changers.add(step.person.accountId ?? '');
      return kind;
    }
    case 'import':
      return (await importFiles(office.draftRecords, folder, commandLine, office.clock())).kind;
    case 'approve':
      return approve(office, model, step);
    case 'send-back': {
      const hash = await office.textOf(step.place.language, step.place.prompt);
      await office.approvals.sendBack(step.person, hash, 'Once more, please.');
      model.verdicts.set(`${nameOf(step.place)} ${hash.hash}`, 'sent-back');
      return 'sent-back';
    }
    case 'publish':
    case 'emergency':
      return publish(office, model, step);
    case 'roll-back': {
      const heads = await office.records.list(9);
      const hash = heads[step.number % heads.length]?.hash ?? '';
      const basedOn = await office.liveNumber();
      const { kind } = await rollBack(office, step.person, { hash, basedOn, reason: 'x' });
      if (kind === 'rolled-back') model.live = hash;
      return kind;
    }
  }
}

async function write({ desk }: SmallApprovals, model: ApprovalModel, { what, place, person, number }: Step) {
  const now = await desk.read();
  const text = now.find(place.language, place.prompt);
  const basedOn = text?.revision ?? 0;
  const sourceSeen = fingerprint(now.find('ja', place.prompt)?.sentences ?? []);
  const chosen = { ...place, basedOn, sourceSeen };
  const typed = what === 'tick' ? (text?.sentences.join('\n') ?? '') : wordsOf(place, number % 3);
  const isReady = what === 'edit' || number > 2;
  const result =
    what === 'confirm'
      ? await desk.confirmText(person, chosen, 'Only a comma.')
      : what === 'restore'
        ? await desk.restoreText(person, chosen, 1 + (number % Math.max(1, basedOn)))
        : await desk.saveText(person, { ...chosen, text: typed, isReady });
  if (result.kind !== 'saved') return result.kind;
  model.authors.get(nameOf(place))?.add(person.accountId ?? '');
  model.saved.add(`${nameOf(place)} ${fingerprint(result.text.sentences)}`);
  return result.kind;
}

async function approve(office: SmallApprovals, model: ApprovalModel, { place, person, number }: Step) {
  const name = nameOf(place);
  const { now, draft } = await office.approvals.read();
  const hash = { ...place, hash: draft.hashes.find(place) ?? '' };
  const heard = `${person.accountId} ${hash.hash}`;
  if (number > 0 && !model.heard.has(heard)) {
    const { kind } = await office.listen(person, hash);
    if (kind === 'heard') model.heard.add(heard);
  }
  const result = await office.approvals.approve(person, { texts: [hash], reader: number === 5 ? 'Smith' : null });
  if (result.kind !== 'approved') return 'refused';
  expect([name, model.heard.has(heard)]).toEqual([name, true]);
  const isSaid = now.find(place.language, place.prompt)?.sentences.join().includes('{{firstDay}}') ?? false;
  const own = [...(model.authors.get(name) ?? []), ...(isSaid ? (model.changers.get(name) ?? []) : [])];
  expect([name, own]).not.toEqual([name, expect.arrayContaining([person.accountId])]);
  expect(isCurrent(now, place) || (await liveHashes(office)).includes(`${name} ${hash.hash}`)).toBe(true);
  model.authors.get(name)?.clear();
  model.changers.get(name)?.clear();
  model.verdicts.set(`${name} ${hash.hash}`, 'approved');
  return 'approved';
}

async function publish(office: SmallApprovals, model: ApprovalModel, { what, person, number }: Step) {
  if (what === 'publish' && number < 2) await settle(office, model, person);
  const before = await liveHashes(office);
  const emergencyReason = what === 'emergency' ? 'The river has risen.' : '';
  const result = await office.publish({ emergencyReason, warningsReason: 'a test' }, person, null);
  if (result.kind === 'stopped') return result.gates.map(({ gate }) => gate.id).join(' and ');
  if (result.kind !== 'published') return result.kind;
  const now = await office.desk.read();
  model.live = result.edition.hash;
  model.editions.set(model.live, saidBy(now));
  const record = await office.records.find(model.live);
  expect([record?.line, record?.words]).toEqual([result.edition.file, result.edition.words]);
  expect(places.filter((place) => !isCurrent(now, place))).toEqual([]);
  const excused = new Set(result.publication.emergency?.texts.map((each) => `${nameOf(each)} ${each.hash}`));
  const fresh = (await liveHashes(office)).filter((each) => !before.includes(each));
  // The publication must list exactly those new texts that have no approval.
  expect(fresh.filter((each) => model.verdicts.get(each) !== 'approved').sort()).toEqual([...excused].sort());
  return excused.size > 0 ? 'published in an emergency' : 'published';
}

/** Finishes every text as one person, and then lets every person try to approve it. */
async function settle(office: SmallApprovals, model: ApprovalModel, person: Step['person']): Promise<void> {
  for (const place of places) {
    for (const what of ['tick', 'confirm'] as const)
      await performStep(office, model, { what, place, person, number: 5 });
    for (const other of people) await performStep(office, model, { what: 'approve', place, person: other, number: 1 });
  }
}
