import { Sheet } from '../../sheets/Sheet.tsx';
import { useTexts } from '../../ui/texts.ts';
import { usageSheet } from './columns.ts';
import { USAGE_TEXTS } from './texts.ts';

export const UsageSheet = () => {
  const t = useTexts(USAGE_TEXTS);
  return <Sheet definition={usageSheet} label={t('title')} />;
};
