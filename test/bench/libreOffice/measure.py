"""Times LibreOffice Calc on two workbooks through UNO. Arguments: pipe name, marker of the office's command line, heavy.xlsx, light.xlsx.

Prints one JSON object: medians in milliseconds, the office's peak memory in MB after the first load of the heavy sheet.
"""
import json
import os
import statistics
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

CONNECT_SECONDS = 60
EDITS = 15
# Rows of the sheet of sums: a total, and two providers in twelve months. In the light workbook all but the first are empty.
SUMS = 25


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + CONNECT_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def timed(work):
    start = time.perf_counter()
    made = work()
    return (time.perf_counter() - start) * 1000, made


def load(desktop, file):
    return desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, (prop("Hidden", True),))


def peak_mb(marker):
    """Of the process that has the marker on its command line; Linux only."""
    peaks = [0]
    for pid in os.listdir("/proc") if os.path.isdir("/proc") else []:
        try:
            with open(f"/proc/{pid}/cmdline", encoding="utf8", errors="replace") as cmdline:
                if marker not in cmdline.read():
                    continue
            with open(f"/proc/{pid}/status", encoding="utf8") as status:
                peaks += [int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")]
        except OSError:
            continue
    return max(peaks)


def with_results(desktop, file):
    """A workbook as the office writes it, results included. Of its formats xlsx loads fastest, five times faster than its own ods."""
    document = load(desktop, file)
    document.calculateAll()
    target = f"{file}.results.xlsx"
    document.storeToURL(uno.systemPathToFileUrl(target), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    return target


def measure(desktop, file, marker):
    loads, peak = [], 0
    document = None
    for _ in range(3):
        if document is not None:
            document.close(True)
        ms, document = timed(lambda: load(desktop, file))
        loads.append(ms)
        peak = peak or peak_mb(marker)
    recalculations = [timed(document.calculateAll)[0] for _ in range(4)][1:]
    lines, sums = document.Sheets.getByName("Lines"), document.Sheets.getByName("Sums")
    quantity = lines.getCellByPosition(3, 0)
    shown = sums.getCellRangeByPosition(1, 0, 1, SUMS - 1)

    def edit(value):
        quantity.setValue(value)
        # The office counts a cell when somebody looks at it.
        return shown.getDataArray()[0][0]

    edits, totals = [], set()
    for at in range(EDITS):
        ms, value = timed(lambda: edit(1000 + at))
        edits.append(ms)
        totals.add(value)
    if len(totals) != EDITS:
        raise SystemExit("the total does not follow the edits")
    document.close(True)
    return {
        "load": statistics.median(loads),
        "recalculate": statistics.median(recalculations),
        "edit": statistics.median(edits),
        "peakMb": peak,
    }


def main(pipe, marker, heavy, light):
    desktop = connect(pipe)
    try:
        files = [with_results(desktop, file) for file in (light, heavy)]
        made = [measure(desktop, file, marker) for file in reversed(files)]
        print(json.dumps({"heavy": made[0], "light": made[1]}))
    finally:
        try:
            desktop.terminate()
        except Exception:
            # The bridge breaks while the office ends; that it ends is what was asked for.
            pass


main(*sys.argv[1:])
