/**
 * The values that selects know. Closed lists are those of the CHECKs in `migrations/crm`; open ones only offer what is
 * usual, and any other value may be stored and asked for.
 */

export const contactStatuses = ['lead', 'prospect', 'customer', 'churned'] as const;
export const preferredChannels = ['email', 'sms', 'phone', 'post'] as const;
export const loyaltyStatuses = ['none', 'active', 'paused'] as const;
export const loyaltyTiers = ['bronze', 'silver', 'gold', 'platinum'] as const;
export const orderStatuses = ['pending', 'paid', 'fulfilled', 'cancelled', 'refunded'] as const;
export const interestLevels = ['low', 'medium', 'high'] as const;
export const newOrUsed = ['new', 'used'] as const;
export const financings = ['cash', 'loan', 'lease'] as const;
export const horizons = ['immediate', '30_days', '60_days', '90_days', '6_months', 'later'] as const;
export const urgencies = ['low', 'medium', 'high'] as const;

export const sources = [
  'website',
  'walk_in',
  'referral',
  'newsletter',
  'social_media',
  'advertisement',
  'trade_fair',
  'cold_call',
  'marketplace',
] as const;
export const orderChannels = ['dine_in', 'takeaway', 'delivery', 'online', 'in_store'] as const;
export const activityKinds = [
  'visit',
  'page_view',
  'cart',
  'email_sent',
  'email_open',
  'email_click',
  'sms_sent',
  'call',
  'meeting',
  'review',
  'referral',
  'test_drive',
  'note',
] as const;
export const activityChannels = ['email', 'sms', 'phone', 'web', 'in_person'] as const;
export const categories = [
  'starters',
  'salads',
  'healthy',
  'mains',
  'pasta',
  'pizza',
  'desserts',
  'wine',
  'beer',
  'soft_drinks',
  'coffee',
] as const;
export const currencies = ['EUR', 'CHF', 'USD', 'GBP'] as const;
export const languages = ['de', 'en', 'fr', 'it', 'th'] as const;
export const socialNetworks = ['instagram', 'facebook', 'tiktok', 'linkedin', 'youtube', 'x'] as const;
export const diets = [
  'vegetarian',
  'vegan',
  'gluten_free',
  'lactose_free',
  'halal',
  'kosher',
  'nut_free',
] as const;
export const sizeBands = ['1-10', '11-50', '51-200', '201-500', '501-1000', '1001+'] as const;
export const contractStatuses = ['none', 'trial', 'active', 'expired', 'cancelled'] as const;
export const bodyTypes = [
  'SUV',
  'sedan',
  'estate',
  'hatchback',
  'coupe',
  'convertible',
  'van',
  'pickup',
] as const;
