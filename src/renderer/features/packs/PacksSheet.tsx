import { Sheet } from '../../sheets/Sheet.tsx';
import { useTexts } from '../../ui/texts.ts';
import { packsSheet } from './columns.ts';
import { PACKS_TEXTS } from './texts.ts';

export const PacksSheet = () => {
  const t = useTexts(PACKS_TEXTS);
  return <Sheet definition={packsSheet} label={t('title')} />;
};
