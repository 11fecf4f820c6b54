/** What a column of a foreign sheet can be, and the headers by which people call it, in both languages. */
import type { Sku } from '../pricebook/types.ts';
import { SHEETS, type SheetId } from '../scenario/types.ts';

/** `prices`: a price list, into a new edition. */
export type ImportTarget = SheetId | 'prices';
/** The kind of items that a sheet of lines takes. */
export const SHEET_KINDS = { nodes: 'node', usage: 'usage', packs: 'pack' } as const satisfies Readonly<Record<SheetId, Sku['kind']>>;

export const takesKind = (target: ImportTarget, kind: Sku['kind']): boolean => target === 'prices' || SHEET_KINDS[target] === kind;

export const IMPORT_TARGETS: readonly ImportTarget[] = [...SHEETS, 'prices'];

/** Header, as `plainHeader` leaves it -> field. The first of two columns with the same field counts. */
type Aliases = Readonly<Record<string, readonly string[]>>;

const SKU = [
  ...['sku', 'sku id', 'skuid', 'item', 'product', 'product name', 'service', 'resource', 'resource name', 'meter', 'spec', 'plan'],
  ...[
    'specification',
    'instance type',
    'machine type',
    'type',
    'model',
    'name',
    'tool',
    'pack',
    'voucher',
    'node',
    'node type',
    'cost item',
  ],
  ...['计费项', '产品', '产品名称', '商品', '商品名称', '资源', '资源名称', '规格', '规格名称', '规格型号', '机型', '节点规格', '节点类型'],
  ...[
    '实例规格',
    '服务',
    '服务名称',
    '项目',
    '名称',
    '工具',
    '工具名称',
    '资源包',
    '套餐',
    '代金券',
    '配置',
    '型号',
    '费用项',
    '计费项名称',
    '品名',
  ],
];
const NOTE = ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'memo', '备注', '说明', '注释', '备注说明', '用途'];
const PRICE = [
  ...['price', 'unit price', 'own price', 'rate', 'unit cost', 'price per unit', 'monthly price', 'hourly price'],
  ...['单价', '自定单价', '价格', '含税单价', '月单价', '折后单价', '协议价', '协议单价', '成交单价'],
];
const START = ['start', 'start date', 'from', 'purchase date', 'bought on', 'begin', 'valid from', 'effective from'];
const START_ZH = [
  '开始',
  '开始日',
  '开始日期',
  '起始日',
  '起始日期',
  '购买日',
  '购买日期',
  '生效日',
  '生效日期',
  '开通日期',
  '开通时间',
  '领取日期',
];
const COUNT = ['count', 'qty', 'quantity', 'nodes', 'number', 'number of nodes', 'no. of nodes', 'pieces', 'units'];
const COUNT_ZH = ['数量', '台数', '节点数', '节点数量', '个数', '份数', '张数', '购买数量', '套数'];

export const FIELD_ALIASES: Readonly<Record<ImportTarget, Aliases>> = {
  nodes: {
    sku: SKU,
    region: ['region', 'location', 'zone', '地域', '区域', '可用区', '地区'],
    count: [...COUNT, ...COUNT_ZH],
    start: [...START, ...START_ZH],
    months: ['months', 'duration', 'term', 'period', '时长', '购买时长', '月数', '租期', '期限', '使用月数', '包月时长', '周期'],
    price: PRICE,
    note: NOTE,
  },
  usage: {
    sku: SKU,
    quantity: [
      ...[
        'quantity',
        'qty',
        'usage',
        'amount',
        'volume',
        'monthly usage',
        'usage per month',
        'hours',
        'gpu hours',
        'gpu seconds',
        'consumption',
      ],
      ...['用量', '使用量', '数量', '月用量', '每月用量', '月均用量', '预计用量', '消耗量', '使用时长', '时长', '总用量', '容量', '流量'],
    ],
    per: ['per', 'quantity per', 'period', '口径', '用量口径', '计量方式', '统计口径'],
    instances: ['instances', 'instance count', 'concurrency', 'number of instances', '实例数', '实例数量', '并发', '并发数', '台数'],
    from: ['from', 'start', 'start month', 'start date', '起', '开始', '开始月', '开始月份', '起始月', '起始月份', '开始日期', '起始日期'],
    to: ['to', 'end', 'end month', 'end date', 'until', '止', '结束', '结束月', '结束月份', '截止', '截止月份', '结束日期', '截止日期'],
    growth: ['growth', 'growth rate', 'monthly growth', 'growth per month', '增长', '增长率', '月增长', '月增长率', '环比增长'],
    price: PRICE,
    onNodes: ['on nodes', 'runs on node line', 'runs on nodes', '部署于节点行', '部署于节点', '部署节点'],
    note: NOTE,
  },
  packs: {
    sku: SKU,
    count: [...COUNT, ...COUNT_ZH],
    start: [...START, ...START_ZH],
    expiry: [
      'expiry',
      'expires',
      'expiry date',
      'expires on',
      'expiration',
      'expiration date',
      '失效日',
      '失效日期',
      '到期',
      '到期日',
      '到期日期',
      '到期时间',
      '过期时间',
      '过期日',
    ],
    lastDay: [
      'valid until',
      'valid to',
      'valid through',
      'last valid day',
      'last day',
      '有效期至',
      '有效期止',
      '最后有效日',
      '截止日',
      '截止日期',
    ],
    remaining: ['remaining', 'balance', 'opening balance', 'left', '余额', '剩余', '剩余量', '剩余额度', '期初余额', '可用余额'],
    amount: [
      'amount',
      'size',
      'capacity',
      'face value',
      'own amount per pack',
      'value',
      '面额',
      '面值',
      '总量',
      '额度',
      '容量',
      '规格量',
      '自定面额',
    ],
    price: [...PRICE, 'cost', 'purchase price', '售价', '购买价', '购买价格', '实付', '成本'],
    note: NOTE,
  },
  prices: {
    sku: SKU,
    price: [...PRICE, 'list price', 'published price', 'new price', '目录价', '公布单价', '官网价', '标准价', '刊例价', '新单价'],
    unit: ['unit', 'billing unit', 'uom', '单位', '计费单位', '计量单位'],
    note: NOTE,
  },
};

export const fieldsOf = (target: ImportTarget): readonly string[] => Object.keys(FIELD_ALIASES[target]);

/** Of these a guess needs one: an item and a price alone are a price list. */
export const TELLING_FIELDS: Readonly<Record<ImportTarget, readonly string[]>> = {
  nodes: ['count', 'start', 'months'],
  usage: ['quantity'],
  packs: ['count', 'start', 'expiry', 'lastDay', 'remaining', 'amount'],
  prices: ['price'],
};

/** Fields without which a row of the target says nothing. */
export const REQUIRED_FIELDS: Readonly<Record<ImportTarget, readonly string[]>> = {
  nodes: ['sku'],
  usage: ['sku'],
  packs: ['sku'],
  prices: ['sku', 'price'],
};

/** A longer text is no header. */
const LONGEST_HEADER = 200;

/** Lower case, one width, without brackets and what stands in them, without punctuation at the ends. */
export const plainHeader = (header: string): string =>
  header
    .slice(0, LONGEST_HEADER)
    .normalize('NFKC')
    .replace(/[([【][^()[\]【】]*[)\]】]/g, ' ')
    .replace(/[\s_]+/g, ' ')
    .replace(/^[\s*:.,;#-]+|[\s*:.,;#-]+$/g, '')
    .toLowerCase();
