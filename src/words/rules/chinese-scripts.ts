import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage, scriptOf } from './language-of.ts';
import { findingIn, sentencesOf } from './written-sentence.ts';

/**
 * Characters that belong to one script only. Each entry has one or more traditional forms, and then the simplified
 * form. Characters that are right in both scripts (后, 里, 台, 面, 只 …) are left out on purpose.
 */
const table = `
個个 們们 號号 碼码 國国 這这 來来 時时 會会 說说 話话 對对 開开 關关 東东 車车 電电 語语 請请 讓让 認认 識识 證证 書书 辦办 單单 門门 問问 間间 聞闻 聽听 見见 觀观 現现
視视 覺觉 學学 習习 實实 寫写 將将 專专 傳传 轉转 輸输 運运 過过 還还 進进 遠远 連连 選选 適适 達达 遞递 郵邮 鄉乡 鄰邻 醫医 釋释 銀银 錢钱 錯错 鐘鍾钟 鐵铁 鍵键 長长 陽阳
陰阴 隊队 階阶 際际 陸陆 險险 隨随 難难 雙双 雜杂 雖虽 離离 靈灵 靜静 響响 頁页 頂顶 項项 順顺 須鬚须 預预 領领 頭头 題题 類类 顧顾 風风 飛飞 飯饭 館馆 馬马 駕驾 驗验 驚惊
體体 魚鱼 鮮鲜 鳥鸟 點点 黨党 齊齐 齡龄 龍龙 亞亚 產产 親亲 億亿 價价 優优 儲储 內内 兒儿 兩两 則则 剛刚 創创 動动 務务 勞劳 區区 協协 參参 員员 啟启 嚴严 圍围 園园 圓圆
圖图 團糰团 場场 報报 塊块 執执 壓压 壯壮 夢梦 奪夺 婦妇 媽妈 孫孙 審审 寬宽 寶宝 導导 屬属 島岛 師师 帳帐 帶带 幣币 幫帮 廣广 應应 廳厅 張张 彈弹 從从 徑径 復複复 愛爱 態态
慣惯 憂忧 憑凭 憶忆 戰战 戲戏 掃扫 換换 揮挥 損损 搖摇 擇择 擊击 擴扩 擾扰 攝摄 敗败 敵敌 數数 斷断 無无 舊旧 歷曆历 條条 樓楼 標标 樣样 機机 權权 歐欧 歡欢 歲岁 歸归 殺杀
氣气 滅灭 滿满 漢汉 潔洁 灣湾 為为 煩烦 熱热 燒烧 營营 爺爷 狀状 獎奖 獨独 獲穫获 環环 畢毕 畫画 當当 療疗 發髮发 盡儘尽 監监 盤盘 礎础 確确 稱称 穩稳 窮穷 競竞 筆笔 節节 簡简
簽籤签 約约 紅红 級级 紙纸 純纯 納纳 細细 終终 組组 結结 絕绝 給给 統统 經经 綠绿 維维 網网 緊紧 線线 練练 縣县 縮缩 總总 績绩 織织 繳缴 繼继 續续 罰罚 羅罗 義义 聯联 職职
聲声 腦脑 臉脸 臨临 與与 舉举 藝艺 藥药 處处 衛卫 裝装 補补 覽览 規规 訂订 計计 訊讯 討讨 訓训 記记 訪访 設设 許许 訴诉 診诊 評评 詞词 試试 詢询 該该 詳详 誤误 誰谁 課课
調调 談谈 論论 謝谢 講讲 譯译 議议 護护 讀读 變变 財财 貨货 責责 貴贵 買买 費费 貼贴 資资 賓宾 賣卖 質质 購购 趕赶 軍军 軟软 較较 載载 輔辅 輕轻 輛辆 輪轮 農农 遲迟 遺遗
邊边 針针 鈕钮 鈴铃 鎖锁 鏡镜 閉闭 閱阅 陳陈 隱隐 韓韩 頻频 額额 顏颜 顯显 飲饮 養养 騙骗 麗丽 嗎吗 撥拨 檢检 錄录 齒齿
`;

interface CharacterForms {
  readonly traditional: readonly string[];
  readonly simplified: string;
}

export const chineseForms: readonly CharacterForms[] = table
  .trim()
  .split(/\s+/)
  .map((forms) => ({ traditional: [...forms].slice(0, -1), simplified: [...forms].at(-1) ?? '' }));

/** For each script: what to write instead of a character of the other script. */
const replacements: Readonly<Record<string, ReadonlyMap<string, string>>> = lookup({
  Hans: new Map(chineseForms.flatMap(({ traditional, simplified }) => traditional.map((each) => [each, simplified]))),
  // If there are several traditional forms, all are suggested, because the right one depends on the word.
  Hant: new Map(chineseForms.map(({ traditional, simplified }) => [simplified, traditional.join(' / ')])),
});

/**
 * T-15 for Chinese: a traditional character in simplified text, or the other way round. The text is probably the
 * translation for the other script.
 */
export function chineseScripts(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (baseLanguage(sentence.language) !== 'zh') return [];
    const better = replacements[scriptOf(sentence.language) ?? ''];
    const swaps = [...new Set(sentence.surface)].flatMap((wrong) => {
      const right = better?.get(wrong);
      return right === undefined ? [] : [`${wrong} → ${right}`];
    });
    if (swaps.length === 0) return [];
    return [
      findingIn(sentence, 'T-15', 'error', {
        ja: `「${sentence.language}」で使わない字があります。直してください:${swaps.join('、')}。`,
        en: `These characters do not belong to "${sentence.language}"; replace them: ${swaps.join(', ')}.`,
      }),
    ];
  });
}
