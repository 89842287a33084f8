/** A parameter that says how a reader came to a page and changes nothing on it. */
export interface TrackingParameter {
  /** Matched against the whole name in lower case, percent-encoding decoded. */
  readonly name: RegExp;
  /** Where given, the parameter is one of these only with such a value. */
  readonly value?: RegExp;
  /** Where given, only on this host. */
  readonly host?: string;
  readonly origin: string;
}

/**
 * TABLE of parameters that are no part of a page's identity. A name stands here only where it means nothing else on
 * any site, or is held to known values or to one host: a page lost is worse than a page read twice. Written from the
 * vendors' own documents and from addresses as apps share them, 2025.
 */
export const TRACKING_PARAMETERS: readonly TrackingParameter[] = [
  { name: /^utm_[a-z_]+$/, origin: "Google Analytics, campaign parameters" },
  { name: /^(?:gclid|gclsrc|dclid|gbraid|wbraid)$/, origin: "Google Ads, click identifiers" },
  { name: /^(?:_ga|_gl)$/, origin: "Google Analytics, links between domains" },
  { name: /^fbclid$/, origin: "Facebook, click identifier" },
  { name: /^(?:igshid|igsh)$/, origin: "Instagram, share links" },
  { name: /^msclkid$/, origin: "Microsoft Advertising, click identifier" },
  { name: /^(?:yclid|ysclid)$/, origin: "Yandex, click identifiers" },
  { name: /^twclid$/, origin: "X, click identifier" },
  { name: /^ttclid$/, origin: "TikTok, click identifier" },
  { name: /^(?:mc_cid|mc_eid)$/, origin: "Mailchimp, campaign and reader" },
  { name: /^(?:_hsenc|_hsmi)$/, origin: "HubSpot, mails" },
  { name: /^(?:spm|spm_id_from|from_spmid)$/, origin: "Alibaba's position model, also on CCTV and Bilibili" },
  { name: /^vd_source$/, origin: "Bilibili, who shared" },
  {
    name: /^(?:share_token|share_did|share_uid|share_source|share_medium|share_plat|share_session_id)$/,
    origin: "Toutiao and Bilibili, share links",
  },
  { name: /^tt_from$/, origin: "Toutiao, app that it was shared to" },
  { name: /^(?:hmsr|hmpl|hmcu|hmkw|hmci)$/, origin: "Baidu Tongji, campaign parameters" },
  { name: /^bd_vid$/, origin: "Baidu, click identifier" },
  { name: /^sudaref$/, origin: "Sina, referring page" },
  { name: /^_trans_$/, origin: "Sohu, referring app" },
  { name: /^adtag$/, origin: "Tencent, referring place" },
  { name: /^isappinstalled$/, value: /^[01]?$/, origin: "WeChat, added to what is shared" },
  { name: /^nsukey$/, origin: "WeChat, added to what is shared" },
  {
    name: /^from$/,
    value: /^(?:singlemessage|groupmessage|timeline)$/,
    origin: "WeChat, added to what is shared: to one, to a group, to friends",
  },
  {
    // An article there is its path, or __biz, mid, idx and sn; tempkey and signature open drafts, so they stay.
    name: /^(?:scene|ascene|subscene|chksm|mpshare|srcid|sharer_[a-z_]+|clicktime|enterid|pass_ticket|wx_header|exportkey|nettype|devicetype|fontgear|abtest_cookie|xtrack|poc_token|key|uin|sessionid|session_us)$/,
    host: "mp.weixin.qq.com",
    origin: "WeChat official accounts, reader and way of sharing",
  },
];
