export { formLabel, render, type Language } from '../../i18n';
export { documents } from '../../i18n/pages/documents';
