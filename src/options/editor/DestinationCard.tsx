import { FORMS } from '../../destinations/forms.ts';
import { ask } from '../../platform/messaging.ts';
import { words } from '../../platform/words.ts';
import { FailureNotice, Notice } from '../../ui/Notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Card } from '../Card.tsx';
import type { Editing } from '../read.ts';
import { ConnectionTest } from './ConnectionTest.tsx';
import { DestinationChooser } from './DestinationChooser.tsx';
import { readDestination, withOptions } from './form.ts';
import { useConnection } from './use-connection.ts';
import type { FormState } from './use-form.ts';

/** Where the project's captures go, and whether that works. */
export function DestinationCard({ state: { form, change }, editing }: { state: FormState; editing: Editing }) {
  const { project, secretOrigin } = editing;
  const { destination } = form;
  const reading = readDestination(form);
  const origin = reading.known?.secretOrigin;
  const connection = useConnection(form, project?.id);
  const forget = useAction((id: string) => ask('forgetSecret', id));
  const Form = FORMS[destination];
  // A policy holds neither secrets nor answers: those stay the person's to give.
  const locked = project?.managed === true;
  return (
    <Card title={words('options_destination')} detail={words('options_destination_detail')}>
      <fieldset disabled={locked}>
        <DestinationChooser chosen={destination} onChoose={(id) => change({ destination: id })} />
      </fieldset>
      {reading.known && secretOrigin !== undefined && secretOrigin !== origin && (
        <Notice tone="info" text={words('options_key_forgotten', secretOrigin)} />
      )}
      <Form
        locked={locked}
        options={form.options[destination] ?? {}}
        onOptions={(options) => change({ options: withOptions(form, options).options })}
        failure={reading.known ? undefined : reading.failure}
        secret={{
          typed: form.secret,
          kept: origin !== undefined && secretOrigin === origin,
          origin,
          onType: (secret) => change({ secret }),
          onForget: () => project && void forget.run(project.id),
        }}
        choices={{
          list: connection.choices,
          busy: connection.load.busy,
          failure: connection.loadFailure,
          onLoad: (options) => void connection.load.run(withOptions(form, options)),
        }}
        project={project?.id}
      />
      {forget.failure && <FailureNotice failure={forget.failure} />}
      {reading.known?.sends && (
        <ConnectionTest connection={connection} denial={form.denial} onAnswer={(denial) => change({ denial })} />
      )}
    </Card>
  );
}
