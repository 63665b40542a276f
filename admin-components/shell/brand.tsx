/** The name in the corner, which leads to the start. AdminJS's own is a heading on every page. */

import { useSelector } from 'react-redux';
import { Link } from 'react-router-dom';

interface BrandProps {
  readonly branding: { readonly companyName: string };
}

interface Paths {
  readonly paths: { readonly rootPath: string };
}

export function Brand({ branding }: BrandProps) {
  const start = useSelector(({ paths }: Paths) => paths.rootPath);
  return (
    <Link className="brand" to={start}>
      <span className="brand-mark" aria-hidden="true" />
      {branding.companyName}
    </Link>
  );
}
