import { remove, restore, retag } from '../core/change.ts';
import { Failure } from '../core/failure.ts';
import { database } from '../db/open.ts';
import { changeDrain, writeValue } from '../db/write.ts';
import { announce } from '../platform/changes.ts';
import type { FromUi } from '../protocol.ts';
import { followAccess } from './access.ts';
import { captureGiven } from './capture-given.ts';
import { check, choices } from './connection.ts';
import { showCounts } from './counts.ts';
import { drain } from './drain.ts';
import { setPreference } from './preferences.ts';
import { removeProject, saveProject, selectProject } from './projects.ts';
import { changeBy, countUnsent, requeueFailed, sendAll } from './queue.ts';
import { rememberRefusal } from './refusal.ts';
import { importSettings, previewSettings } from './settings.ts';

/** What pages of ours may ask for: all changes to the database pass through here. */
export const ui: FromUi = {
  retag: async (captures, tag) => {
    await changeBy(captures, (capture, moment) => retag(capture, tag, moment));
  },
  remove: async (captures) => {
    await changeBy(captures, remove);
  },
  restore: async (captures) => {
    const restored = await changeBy(captures, restore);
    if (restored.length < captures.length) throw new Failure('undo-too-late');
  },
  retry: async (project) => {
    await requeueFailed(await database(), project);
    await syncNow(project);
  },
  sync: syncNow,
  saveProject,
  removeProject,
  selectProject,
  forgetSecret: async (project) => {
    await (await database()).delete('secrets', project);
    announce({ what: 'projects', project });
  },
  check,
  choices,
  unsent: countUnsent,
  sendAll: async (project) => {
    const count = await sendAll(project);
    void drain(project, true);
    return count;
  },
  exported: async (project) => {
    await writeValue(await database(), `exported:${project}`, Date.now());
    announce({ what: 'projects', project });
  },
  previewSettings,
  importSettings,
  accessChanged: async (granted) => {
    await followAccess();
    await rememberRefusal(!granted);
  },
  dismissNotice: async () => {
    await (await database()).delete('values', 'notice');
    announce({ what: 'notice' });
    await showCounts();
  },
  setPreference,
  captureGiven,
};

/** Asked for by a person: what was put off is tried at once. Answers when the run is under way, not when it ends. */
async function syncNow(project: string): Promise<void> {
  await changeDrain(await database(), project, ({ failure: _, retryAt: __, ...state }) => ({ ...state, attempts: 0 }));
  void drain(project, true);
}
