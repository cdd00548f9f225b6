import { itemViewProps } from '../shared/itemViewProps';
import type { ItemSession } from './itemSession';
import { itemLookup } from './itemLookup';
import type { ItemAvailabilityTexts } from './manifestNames';
import type { ControlContext } from './manifestTypes';
import { givenTrial } from './trial';
import type { ItemAvailabilityViewProps } from './view/ItemAvailabilityView';

/** What the view needs of this context. */
export function viewProps(
  context: ControlContext,
  session: ItemSession,
  texts: ItemAvailabilityTexts,
  onChoose: () => void,
): ItemAvailabilityViewProps {
  const props = itemViewProps(context, texts);
  return {
    ...props,
    session,
    texts,
    label: texts('ItemAvailability_Display'),
    given: givenTrial(context.parameters, props.quantities),
    onChoose: itemLookup(context).mayChoose ? onChoose : null,
    // The mobile apps do not follow `target`: there the platform opens the address.
    open:
      context.client.getClient() === 'Mobile'
        ? (address) => {
            context.navigation.openUrl(address);
          }
        : null,
  };
}
