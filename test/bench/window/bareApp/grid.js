// AG Grid as it comes, with as many rows and columns as Costbook's usage sheet, its own editor, and one sum that follows by a difference.
const query = new URLSearchParams(location.search);
const MONTHS = 12;

const rowOf = (index) => {
  const quantity = 100 + ((index * 7919) % 90000);
  const months = Array.from({ length: MONTHS }, (_, month) => [`m${month}`, quantity * 0.0077]);
  return { id: `u${index + 1}`, sku: 'artlab.tool.shared', quantity, instances: 1, from: '2026-01', ...Object.fromEntries(months) };
};

const start = () => {
  const rowData = Array.from({ length: Number(query.get('rows')) }, (_, index) => rowOf(index));
  let total = rowData.reduce((sum, { quantity }) => sum + quantity, 0);
  const element = document.querySelector('#total');
  const show = () => {
    element.dataset.value = String(total);
    element.textContent = total.toFixed(2);
  };
  const plain = ['id', 'sku', 'quantity', 'instances', 'from'].map((field) => ({ field, editable: field === 'quantity' }));
  const months = Array.from({ length: MONTHS }, (_, month) => ({
    colId: `m${month}`,
    headerName: `2026-${month + 1}`,
    valueGetter: ({ data }) => data.quantity * 0.0077,
    valueFormatter: ({ value }) => value.toFixed(2),
  }));
  window.agGrid.createGrid(document.querySelector('#grid'), {
    rowData,
    columnDefs: [...plain, ...months],
    getRowId: ({ data }) => data.id,
    animateRows: false,
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    onCellValueChanged: ({ oldValue, newValue }) => {
      total += Number(newValue) - Number(oldValue);
      show();
    },
    onFirstDataRendered: () => {
      document.body.dataset.ready = 'true';
    },
  });
  show();
};

const script = document.createElement('script');
script.src = query.get('grid');
script.onload = start;
document.head.append(script);
