import { Sheet } from '../../sheets/Sheet.tsx';
import { useTexts } from '../../ui/texts.ts';
import { nodesSheet } from './columns.ts';
import { NODES_TEXTS } from './texts.ts';

export const NodesSheet = () => {
  const t = useTexts(NODES_TEXTS);
  return <Sheet definition={nodesSheet} label={t('title')} />;
};
