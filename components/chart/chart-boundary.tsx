import { Component, type ReactNode } from "react";

interface ChartBoundaryProps {
  children: ReactNode;
}

/** A chart that cannot be loaded or drawn says so; the table beside it stays. */
export class ChartBoundary extends Component<ChartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p role="status" className="border-line border-l-2 py-1 pl-4 text-base text-soft">
        The chart could not be drawn. The table has the same figures; reload the page to try the chart again.
      </p>
    );
  }
}
