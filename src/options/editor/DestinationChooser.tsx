import { DESTINATION_IDS, type DestinationId } from '../../destinations/metas.ts';
import { words } from '../../platform/words.ts';

interface Props {
  readonly chosen: DestinationId;
  readonly onChoose: (id: DestinationId) => void;
}

export function DestinationChooser({ chosen, onChoose }: Props) {
  return (
    <fieldset class="destinations">
      <legend class="unseen">{words('options_destination')}</legend>
      {DESTINATION_IDS.map((id) => (
        <label key={id}>
          <input type="radio" name="destination" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <strong>{words(`destination_${id}`)}</strong>
            <span class="quiet">{words(`options_destination_${id}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
