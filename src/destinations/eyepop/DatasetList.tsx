import { useId } from 'preact/hooks';
import type { Choice } from '../../core/connection.ts';
import { words } from '../../platform/words.ts';
import { number } from '../../ui/language.ts';

interface Props {
  readonly list: readonly Choice[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function DatasetList({ list, chosen, onChoose }: Props) {
  const name = useId();
  if (list.length === 0) return <p class="quiet">{words('eyepop_no_datasets')}</p>;
  return (
    <fieldset class="eyepop-datasets">
      <legend class="quiet">{words('eyepop_choose')}</legend>
      {list.map(({ id, name: title, size }) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{title}</span>
          {size !== undefined && (
            <span class="quiet">{size === 1 ? words('eyepop_images_one') : words('eyepop_images', number(size))}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
