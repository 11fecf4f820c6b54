/**
 * Who sells what, as FOCUS names it. A provider of the price book is one service of a cloud; its name there says both.
 *
 * Rule: a service has one category, whatever its meter is (storage that ArtLab bills is ArtLab's); a provider that is not known here
 * is its own service of category Other. English in both languages: files of two planners must group together.
 * Source: FOCUS 1.4, ServiceProviderName, HostProviderName; 1.2, ServiceName, ServiceCategory, ServiceSubcategory.
 */
import type { Provider, ProviderId } from '../../../shared/pricebook/types.ts';
import type { FocusRow } from './columns.ts';

interface Service {
  readonly cloud: string;
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
}
const AI = 'AI and Machine Learning';
const SERVICES: ReadonlyMap<ProviderId, Service> = new Map([
  ['ti-ems', { cloud: 'Tencent Cloud', name: 'TI-EMS', category: AI, subcategory: 'Machine Learning' }],
  ['artlab', { cloud: 'Alibaba Cloud', name: 'PAI ArtLab', category: AI, subcategory: 'Generative AI' }],
]);

export const serviceColumns = (id: ProviderId, provider: Provider | undefined): FocusRow => {
  const name = provider?.name.en ?? id;
  const { cloud, ...service } = SERVICES.get(id) ?? { cloud: name, name, category: 'Other', subcategory: 'Other (Other)' };
  return {
    // Both clouds run what they sell, and invoice it.
    ServiceProviderName: cloud,
    HostProviderName: cloud,
    InvoiceIssuerName: cloud,
    ServiceName: service.name,
    ServiceCategory: service.category,
    ServiceSubcategory: service.subcategory,
  };
};
